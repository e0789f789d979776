/** Where the keys of persons' data are kept: apart from the log, so that deleting one erases what it encrypted. */
package io.seikyu.eventlog.subjectkeys;
