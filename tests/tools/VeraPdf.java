import java.io.FileInputStream;

import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Prints one line a fault: file, profile, clause and message, parted by tabs; and one line "ok" for each profile that holds. */
public class VeraPdf {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String file : files) {
            for (String profile : new String[] {"ua1", "3a"}) {
                check(file, PDFAFlavour.byFlavourId(profile), profile);
            }
        }
    }

    private static void check(String file, PDFAFlavour flavour, String profile) throws Exception {
        try (FileInputStream stream = new FileInputStream(file);
                PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            ValidationResult result = validator.validate(parser);
            for (TestAssertion fault : result.getTestAssertions()) {
                System.out.println(String.join("\t", file, profile, fault.getRuleId().getClause(),
                        fault.getMessage().replaceAll("\\s+", " ")));
            }
            if (result.isCompliant()) {
                System.out.println(String.join("\t", file, profile, "ok", ""));
            }
        }
    }
}
