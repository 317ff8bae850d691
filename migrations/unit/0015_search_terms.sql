-- The words of the full-text index, in their order: those that begin as what is typed are asked for by name.
CREATE VIRTUAL TABLE `search_term` USING fts5vocab('search_text', 'instance');
