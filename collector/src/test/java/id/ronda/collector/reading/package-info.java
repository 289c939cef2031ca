@NullMarked
package id.ronda.collector.reading;

import org.jspecify.annotations.NullMarked;
