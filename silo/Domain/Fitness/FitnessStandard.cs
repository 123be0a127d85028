using System.Collections.Immutable;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Domain.Fitness;

/// <summary>An item's share of the total.</summary>
/// <param name="Percent">All items of a grade and sex sum to 100.</param>
public readonly record struct FitnessWeight(string Item, int Percent);

/// <summary>The items tested in some grades, with their weights.</summary>
/// <param name="Sex">Null: both.</param>
public sealed record FitnessWeights(ImmutableArray<int> Grades, Sex? Sex, ImmutableArray<FitnessWeight> Items)
{
    public bool HoldFor(int grade, Sex sex) => Grades.Contains(grade) && (Sex ?? sex) == sex;
}

/// <summary>Extra points for results beyond the one that has 100.</summary>
/// <param name="Sex">Null: both.</param>
/// <param name="Beyond">How far beyond brings one point, two points, and so on; rising.</param>
public sealed record FitnessExtra(string Item, ImmutableArray<int> Grades, Sex? Sex, ImmutableArray<decimal> Beyond)
{
    public bool HoldsFor(string item, int grade, Sex sex) => Item == item && Grades.Contains(grade) && (Sex ?? sex) == sex;

    public int PointsFor(decimal beyond) => Beyond.Count(step => beyond >= step);
}

/// <summary>
/// The National Student Physical Health Standard (国家学生体质健康标准, 2014 revision, 教体艺〔2014〕5号) as the catalogue holds
/// it: items with scoring tables, weights by grade, extra points.
/// </summary>
public sealed record FitnessStandard(
    ImmutableArray<FitnessItem> Items, ImmutableArray<FitnessWeights> Weights, ImmutableArray<FitnessExtra> Extras)
{
    public const int FirstGrade = 1;
    public const int LastGrade = 12;

    public FitnessItem? Find(string code) => Items.FirstOrDefault(item => item.Code == code);

    /// <summary>The whole test of a grade and sex; empty for grades outside 1 to 12.</summary>
    public ImmutableArray<FitnessWeight> PlanFor(int grade, Sex sex) =>
        Weights.FirstOrDefault(weights => weights.HoldFor(grade, sex))?.Items ?? [];

    public int ExtraFor(string item, int grade, Sex sex, decimal beyond) =>
        Extras.FirstOrDefault(extra => extra.HoldsFor(item, grade, sex))?.PointsFor(beyond) ?? 0;
}
