using EduAnalytics.Dashboard.Shell;

namespace EduAnalytics.Dashboard.Figures;

/// <summary>The units that a sentence concerns, by name.</summary>
public static class UnitNames
{
    private const int MostNames = 8;

    /// <summary>The sentence, a colon and the names; of many the first. Without units the sentence alone.</summary>
    public static string After(string sentence, IEnumerable<OrgUnit> units, Visitor visitor)
    {
        var names = units.DistinctBy(unit => unit.Id).Select(unit => visitor.Name(unit.Name, unit.NameEn)).ToList();
        if (names.Count == 0)
            return sentence;
        var listed = string.Join(visitor.Texts.Figure.ListSeparator, names.Take(MostNames));
        return $"{sentence}{visitor.Texts.Figure.Colon}{listed}{(names.Count > MostNames ? "…" : string.Empty)}";
    }
}
