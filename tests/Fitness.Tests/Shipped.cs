using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Grains.Catalogues;

namespace EduAnalytics.Fitness.Tests;

/// <summary>The standard as the repository's catalogue has it.</summary>
internal static class Shipped
{
    public static readonly FitnessStandard Standard = Read().Fitness!;

    public static readonly IReadOnlyList<(int Grade, Sex Sex)> Students =
        [.. Enumerable.Range(1, 12).SelectMany(grade => Enum.GetValues<Sex>().Select(sex => (grade, sex)))];

    /// <summary>All tables, each with its item.</summary>
    public static readonly IReadOnlyList<(FitnessItem Item, FitnessTable Table)> Tables =
        [.. Standard.Items.SelectMany(item => item.Tables.Select(table => (item, table)))];

    public static FitnessTable Table(string item, int grade, Sex sex) =>
        Standard.Find(item)?.FindTable(grade, sex) ?? throw new InvalidOperationException($"There is no table of {item} for grade {grade}, {sex}.");

    public static FitnessScore Score(int grade, Sex sex, params (string Item, decimal Value)[] items) =>
        FitnessScoring.Score(Standard, grade, sex, Items(items));

    public static ImmutableArray<FitnessItemValue> Items(params (string Item, decimal Value)[] items) =>
        [.. items.Select(item => new FitnessItemValue(item.Item, item.Value))];

    /// <summary>The smallest step between two results of an item.</summary>
    public static decimal Grain(FitnessItem item) => 1 / (decimal)Math.Pow(10, item.Decimals);

    private static Catalogue Read() =>
        CatalogueReader.Read(Path.Combine(AppContext.BaseDirectory, "catalogue")) is CatalogueReading.Complete complete
            ? complete.Catalogue
            : throw new InvalidOperationException("The shipped catalogue has faults.");
}
