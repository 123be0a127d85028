using EduAnalytics.Domain.Indicators;

namespace EduAnalytics.Grains.Catalogues;

/// <summary>Reads an indicator's formula. The key names its kind; a new kind is a new arm here and in the calculator.</summary>
internal static class FormulaEntry
{
    private const string Measures = "measures of measures.yaml";
    private static readonly string[] kinds = ["sum", "ratio", "stated"];

    public static Formula Read(YamlEntry indicator)
    {
        var expected = $"one of {string.Join(", ", kinds)}";
        if (indicator.Entry("formula", expected) is not { } formula)
            return new Formula.Stated();
        var given = kinds.Where(formula.Has).ToList();
        formula.RefuseOtherKeys();
        switch (given)
        {
            case ["sum"]:
                return new Formula.Sum(formula.Texts("sum", Measures));
            case ["ratio"]:
                return ReadRatio(formula);
            case ["stated"]:
                formula.Text("stated", "the reason why it is not computed");
                return new Formula.Stated();
            default:
                formula.Refuse("", $"{given.Count} kinds of formula are given", expected);
                return new Formula.Stated();
        }
    }

    private static Formula ReadRatio(YamlEntry formula)
    {
        if (formula.Entry("ratio", "numerator, denominator and scale") is not { } ratio)
            return new Formula.Stated();
        var read = new Formula.Ratio(ratio.Texts("numerator", Measures), ratio.Texts("denominator", Measures), ratio.Number("scale"));
        if (read.Scale <= 0 && ratio.Has("scale"))
            ratio.Refuse("scale", $"scale {read.Scale} was given", "a number above 0: 100 for a percentage, 1 for a ratio");
        ratio.RefuseOtherKeys();
        return read;
    }
}
