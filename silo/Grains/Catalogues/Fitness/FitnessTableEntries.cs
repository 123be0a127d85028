using System.Collections.Immutable;
using System.Globalization;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Grains.Catalogues.Fitness;

/// <summary>
/// Reads an item's tables as the standard prints them: a table a sex, a column a grade, a row a score. What would make a better
/// result score less is an error, since that is how a digit typed wrong shows.
/// </summary>
internal static class FitnessTableEntries
{
    private const int BestScore = 100;
    private const string EmptyCell = "~";

    public static ImmutableArray<FitnessTable> Read(ImmutableArray<YamlEntry> entries, FitnessDirection better)
    {
        var tables = ImmutableArray.CreateBuilder<FitnessTable>();
        foreach (var entry in entries)
        {
            var sex = entry.Word<Sex>("sex");
            var grades = entry.Grades();
            foreach (var (grade, steps) in grades.Zip(ReadColumns(entry, grades, better)))
            {
                if (tables.Any(table => table.Grade == grade && table.Sex == sex))
                    entry.Refuse("grades", $"grade {grade} has a table for this sex already", "one table a grade and sex");
                else if (steps.Count == 0)
                    entry.Refuse("grades", $"grade {grade} has no value", "at least one");
                else
                    tables.Add(new FitnessTable(grade, sex, better, [.. steps]));
            }

            entry.RefuseOtherKeys();
        }

        return tables.ToImmutable();
    }

    private static List<FitnessStep>[] ReadColumns(YamlEntry table, ImmutableArray<int> grades, FitnessDirection better)
    {
        var columns = grades.Select(_ => new List<FitnessStep>()).ToArray();
        int? above = null;
        foreach (var row in table.Entries("rows"))
        {
            var score = row.Whole("score", 0, BestScore);
            if (better != FitnessDirection.Between && score >= above)
                row.Refuse("score", $"score {score} stands below {above}", "the scores from the highest down");
            above = score;
            ReadRow(row, score, grades, columns, better);
            row.RefuseOtherKeys();
        }

        return columns;
    }

    private static void ReadRow(YamlEntry row, int score, ImmutableArray<int> grades, List<FitnessStep>[] columns, FitnessDirection better)
    {
        var values = row.Texts("values", "a value for each grade");
        if (values.Length != grades.Length)
        {
            row.Refuse("values", $"{values.Length} values are given", $"one for each of the {grades.Length} grades");
            return;
        }

        for (var i = 0; i < values.Length; i++)
        {
            if (values[i] == EmptyCell)
                continue;
            if (!decimal.TryParse(values[i], NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var bound))
                row.Refuse("values", $"grade {grades[i]}: '{values[i]}' was given", "a decimal number, or ~ for an empty cell");
            else if (columns[i].Count > 0 && !Follows(columns[i][^1].Bound, bound, better))
                row.Refuse("values", $"grade {grades[i]}: {bound} stands below {columns[i][^1].Bound}", Expected(better));
            else
                columns[i].Add(new FitnessStep(bound, score));
        }
    }

    private static bool Follows(decimal above, decimal bound, FitnessDirection better) =>
        better == FitnessDirection.Higher ? bound < above : bound > above;

    private static string Expected(FitnessDirection better) =>
        better == FitnessDirection.Higher ? "values that fall from row to row" : "values that rise from row to row";
}
