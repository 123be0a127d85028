using System.Collections.Immutable;
using System.Globalization;
using EduAnalytics.Domain.Fitness;

namespace EduAnalytics.Grains.Catalogues.Fitness;

/// <summary>The grades for which a table, weights or extra points hold.</summary>
internal static class GradeList
{
    public static ImmutableArray<int> Grades(this YamlEntry entry)
    {
        var expected = $"grades from {FitnessStandard.FirstGrade} to {FitnessStandard.LastGrade}, each once";
        var grades = ImmutableArray.CreateBuilder<int>();
        foreach (var text in entry.Texts("grades", expected))
        {
            if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var grade)
                && grade is >= FitnessStandard.FirstGrade and <= FitnessStandard.LastGrade && !grades.Contains(grade))
                grades.Add(grade);
            else
                entry.Refuse("grades", $"grade '{text}' was given", expected);
        }

        return grades.ToImmutable();
    }
}
