package io.seikyu.command.imports;

import io.seikyu.web.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Tells UTF-8 from MS932 (Shift_JIS as Windows writes it), by the whole file: one in which a single byte is wrong is
 * refused, not guessed at.
 */
final class CsvCharset {
    static final Charset MS932 = Charset.forName("windows-31j");

    private static final char REPLACEMENT = '\uFFFD';

    private CsvCharset() {}

    /** @throws ProblemException 422 {@code undecodable-file} */
    static Charset of(Upload file) throws IOException {
        if (decodes(file, StandardCharsets.UTF_8)) {
            return StandardCharsets.UTF_8;
        }
        if (decodes(file, MS932) && !isDamagedUtf8(file)) {
            return MS932;
        }
        throw new ProblemException(
                422, "undecodable-file", "The file is neither UTF-8 nor MS932 (Shift_JIS) throughout: save it again.");
    }

    private static boolean decodes(Upload file, Charset charset) throws IOException {
        try (Reader reader = strict(file.open(), charset)) {
            reader.transferTo(Writer.nullWriter());
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** Text of the one hardly ever reads as text of the other: what mostly does is the one with a fault. */
    private static boolean isDamagedUtf8(Upload file) throws IOException {
        long good = 0;
        long bad = 0;
        try (Reader reader = new InputStreamReader(file.open(), StandardCharsets.UTF_8)) {
            char[] buffer = new char[1 << 13];
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    bad += buffer[i] == REPLACEMENT ? 1 : 0;
                    good += buffer[i] >= 0x80 && buffer[i] != REPLACEMENT ? 1 : 0;
                }
            }
        }
        return good >= bad;
    }

    /** Throws where it cannot decode. */
    static Reader strict(InputStream in, Charset charset) {
        return new InputStreamReader(
                in,
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }
}
