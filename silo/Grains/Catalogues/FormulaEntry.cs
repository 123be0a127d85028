using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.Measures;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>Reads an indicator's formula. The key names its kind; a new kind is a new arm here and in the calculator.</summary>
internal static class FormulaEntry
{
    private const string Measures = "measures of measures.yaml";
    private const string Measure = "a measure of measures.yaml";

    private static readonly string[] kinds =
    [
        "sum", "ratio", "per_hundred", "share_of_schools", "ratio_of_averages", "variation", "mean_of", "largest_of", "change", "targets_met",
        "cohort_retention", "stated",
    ];

    /// <param name="before">The indicators defined above, to which a formula may refer.</param>
    public static Formula Read(YamlEntry indicator, Entries<Indicator> before)
    {
        var expected = $"one of {string.Join(", ", kinds)}";
        return indicator.Entry("formula", expected) is { } formula ? ReadKind(formula, expected, before) : new Formula.Stated();
    }

    private static Formula ReadKind(YamlEntry formula, string expected, Entries<Indicator> before)
    {
        var given = kinds.Where(formula.Has).ToList();
        formula.RefuseOtherKeys();
        switch (given)
        {
            case ["sum"]:
                return new Formula.Sum(formula.Texts("sum", Measures));
            case ["ratio"]:
                return ReadRatio(formula);
            case ["per_hundred"]:
                return ReadPerHundred(formula);
            case ["share_of_schools"]:
                return new Formula.ShareOfSchools(formula.Text("share_of_schools", Measure));
            case ["ratio_of_averages"]:
                return ReadAverages(formula);
            case ["variation"]:
                return formula.Entry("variation", "numerator, denominator and scale") is { } variation
                    ? new Formula.Variation(ReadFraction(variation))
                    : new Formula.Stated();
            case ["mean_of"]:
                return new Formula.Mean([.. formula.Entries("mean_of").Select(one => ReadKind(one, expected, before))]);
            case ["largest_of"]:
                return new Formula.Largest([.. formula.Entries("largest_of").Select(one => ReadKind(one, expected, before))]);
            case ["change"]:
                return formula.Entry("change", expected) is { } change ? new Formula.Change(ReadKind(change, expected, before)) : new Formula.Stated();
            case ["cohort_retention"]:
                return ReadRetention(formula);
            case ["targets_met"]:
                return ReadTargetsMet(formula, before);
            case ["stated"]:
                formula.Text("stated", "the reason why it is not computed");
                return new Formula.Stated();
            default:
                formula.Refuse("", $"{given.Count} kinds of formula are given", expected);
                return new Formula.Stated();
        }
    }

    private static Formula.TargetsMet ReadTargetsMet(YamlEntry formula, Entries<Indicator> before)
    {
        var of = formula.Texts("targets_met", "indicators with targets, defined above")
            .Select(code => before.Resolve(formula, "targets_met", code)).OfType<Indicator>().ToList();
        foreach (var indicator in of.Where(indicator => indicator.Targets.IsEmpty))
            formula.Refuse("targets_met", $"{indicator.Code} has no target", "indicators with targets");
        return new Formula.TargetsMet([.. of]);
    }

    private static Formula ReadRatio(YamlEntry formula) =>
        formula.Entry("ratio", "numerator, denominator and scale") is { } ratio ? ReadFraction(ratio) : new Formula.Stated();

    private static Formula.Ratio ReadFraction(YamlEntry ratio)
    {
        var read = new Formula.Ratio(ratio.Texts("numerator", Measures), ratio.Texts("denominator", Measures), ratio.Number("scale"));
        if (read.Scale <= 0 && ratio.Has("scale"))
            ratio.Refuse("scale", $"scale {read.Scale} was given", "a number above 0: 100 for a percentage, 1 for a ratio");
        ratio.RefuseOtherKeys();
        return read;
    }

    private static Formula ReadRetention(YamlEntry formula)
    {
        if (formula.Entry("cohort_retention", "graduated and entered") is not { } given)
            return new Formula.Stated();
        var read = new Formula.Ratio(given.Texts("graduated", Measures), given.Texts("entered", Measures), 100, AcrossSchools: true);
        given.RefuseOtherKeys();
        return read;
    }

    private static Formula ReadPerHundred(YamlEntry formula)
    {
        if (formula.Entry("per_hundred", "of and over") is not { } given)
            return new Formula.Stated();
        var read = new Formula.Ratio(given.Texts("of", Measures), given.Texts("over", Measures), 100);
        given.RefuseOtherKeys();
        return read;
    }

    private static Formula ReadAverages(YamlEntry formula)
    {
        if (formula.Entry("ratio_of_averages", "numerator and denominator") is not { } given)
            return new Formula.Stated();
        var (numerator, denominator) = (ReadAverage(given, "numerator"), ReadAverage(given, "denominator"));
        given.RefuseOtherKeys();
        return numerator is null || denominator is null ? new Formula.Stated() : new Formula.RatioOfAverages(numerator, denominator);
    }

    private static Derivation.Total? ReadAverage(YamlEntry given, string key)
    {
        if (given.Entry(key, "average and over") is not { } entry)
            return null;
        var read = new Derivation.Total(entry.Text("average", Measure), entry.Text("over", Measure));
        entry.RefuseOtherKeys();
        return read;
    }
}
