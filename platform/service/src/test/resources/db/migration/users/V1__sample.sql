CREATE TABLE users.sample (id int PRIMARY KEY);
INSERT INTO users.sample VALUES (1);
