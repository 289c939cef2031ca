/** The durable, bounded queue between the answers and the database. */
@NullMarked
package id.ronda.collector.spool;

import org.jspecify.annotations.NullMarked;
