package io.seikyu.documents.pdf;

import java.time.LocalDate;

/**
 * What a reader of the file sees beside its pages.
 *
 * @param language {@code ja} or {@code en}
 * @param made     the day that stands as the file's date
 */
record Paper(String title, String author, String language, LocalDate made) {}
