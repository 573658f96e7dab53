/** The database: one that is configured, or a PostgreSQL of our own below the data directory. */
@NullMarked
package io.moneyprinter.service.database;

import org.jspecify.annotations.NullMarked;
