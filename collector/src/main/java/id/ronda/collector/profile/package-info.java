/** Device profiles: YAML files that say who a device is and what to ask it. */
@NullMarked
package id.ronda.collector.profile;

import org.jspecify.annotations.NullMarked;
