/** A report in the shape of the published schema; every name, address and number in it is invented or kept for examples. */
export const exampleXml = `<?xml version="1.0" encoding="UTF-8"?>
<report xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <reportId>900100200</reportId>
  <incidentSummary>
    <incidentType>Online Enticement of Children for Sexual Acts</incidentType>
    <escalateToHighPriority>Child may be at risk</escalateToHighPriority>
    <incidentDateTime>2026-10-30T22:15:04-04:00</incidentDateTime>
  </incidentSummary>
  <internetDetails>
    <webPageIncident><url>https://chat.example.net/room/7</url></webPageIncident>
  </internetDetails>
  <reporter>
    <reportingPerson><firstName>Robin</firstName><email>reports@example.net</email></reportingPerson>
    <companyTemplate>none</companyTemplate>
  </reporter>
  <espName>Example Network</espName>
  <personOrUserReported>
    <personOrUserReportedPerson>
      <firstName>Pat</firstName>
      <lastName>Example</lastName>
      <email type="Home" verified="true">north.river@example.com</email>
      <age>34</age>
    </personOrUserReportedPerson>
    <espService>Example Network</espService>
    <screenName>northriver</screenName>
    <espIdentifier>u-5512</espIdentifier>
    <ipCaptureEvent>
      <ipAddress>203.0.113.9</ipAddress>
      <eventName>Login</eventName>
      <dateTime>2026-10-30T22:15:04-04:00</dateTime>
      <possibleProxy>true</possibleProxy>
      <port>40112</port>
    </ipCaptureEvent>
    <deviceId><idType>IMEI</idType><idValue>356938035643809</idValue></deviceId>
    <associatedAccount><accountType>Other Example</accountType><screenName>northriver2</screenName></associatedAccount>
    <vehicleDescription>blue, two doors</vehicleDescription>
  </personOrUserReported>
  <victim><firstName>Robin</firstName><age>13</age></victim>
  <fileDetails>
    <fileName>holiday.jpg</fileName>
    <fileViewedByEsp>true</fileViewedByEsp>
    <industryClassification>A1</industryClassification>
    <thumbnail>QUJDREVG</thumbnail>
    <ipCaptureEvent><ipAddress>2001:db8::7</ipAddress><eventName>Upload</eventName></ipCaptureEvent>
  </fileDetails>
  <fileDetails>
    <fileName>second.jpg</fileName>
    <fileViewedByEsp>false</fileViewedByEsp>
    <fileAnnotations><generativeAi>true</generativeAi></fileAnnotations>
    <originalFileName>data:image/png;base64,QUJDREVGR0g=</originalFileName>
  </fileDetails>
</report>`;
