using System.Collections.Immutable;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Domain.Fitness;

public enum FitnessDirection
{
    Higher,
    Lower,

    /// <summary>Best within a range, as body mass index is.</summary>
    Between,
}

/// <summary>One item of the standard's test, with its scoring tables.</summary>
/// <param name="Unit">As readers see it: s, cm, ml, times, kg/m².</param>
/// <param name="Better">Which results score more.</param>
/// <param name="Decimals">To which a result is recorded.</param>
/// <param name="Lowest">No result lies below.</param>
/// <param name="Highest">No result lies above.</param>
/// <param name="Tables">At most one a grade and sex; none for those whose numbers could not be confirmed.</param>
public sealed record FitnessItem(
    string Code,
    string Name,
    string NameEn,
    string Unit,
    FitnessDirection Better,
    int Decimals,
    decimal Lowest,
    decimal Highest,
    ImmutableArray<FitnessTable> Tables)
{
    public FitnessTable? FindTable(int grade, Sex sex) => Tables.FirstOrDefault(table => table.Grade == grade && table.Sex == sex);
}
