/** The devices that were given to the collector: registration, credentials, inventory. */
@NullMarked
package id.ronda.collector.device;

import org.jspecify.annotations.NullMarked;
