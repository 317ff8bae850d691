import { Menu, app } from 'electron';

/** macOS takes copy and paste from the menu; elsewhere the keys work without one. Before `ready`: none is made by default. */
export function setApplicationMenu(): void {
  if (process.platform === 'darwin') void app.whenReady().then(setEditMenu);
  else Menu.setApplicationMenu(null);
}

function setEditMenu(): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }]));
}
