using CsCheck;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Fitness.Tests;

/// <summary>One student's whole test.</summary>
internal sealed record WholeTest(int Grade, Sex Sex, (string Item, decimal Value)[] Items)
{
    /// <summary>Any possible results of any grade.</summary>
    public static readonly Gen<WholeTest> Any =
        from of in Gen.Int[0, Shipped.Students.Count - 1].Select(at => Shipped.Students[at])
        from parts in Gen.Double[0, 1].Array[Shipped.Standard.PlanFor(of.Grade, of.Sex).Length]
        select new WholeTest(
            of.Grade, of.Sex, [.. Shipped.Standard.PlanFor(of.Grade, of.Sex).Zip(parts, (weight, part) => (weight.Item, ValueAt(weight.Item, part)))]);

    /// <summary>Each item with the result that just has 100.</summary>
    public static WholeTest Best(int grade, Sex sex) => new(grade, sex,
        [.. Shipped.Standard.PlanFor(grade, sex).Select(weight => (weight.Item, ValueOf100(Shipped.Table(weight.Item, grade, sex))))]);

    public WholeTest With(string item, decimal value) =>
        this with { Items = [.. Items.Select(given => given.Item == item ? (item, value) : given)] };

    public WholeTest Without(params string[] items) => this with { Items = [.. Items.Where(given => !items.Contains(given.Item))] };

    public WholeTest And(string item, decimal value) => this with { Items = [.. Items, (item, value)] };

    public FitnessScore Score() => Shipped.Score(Grade, Sex, Items);

    public FitnessScore.Total Total() => Assert.IsType<FitnessScore.Total>(Score());

    public IReadOnlyList<FitnessFault> Faults() => Assert.IsType<FitnessScore.Refused>(Score()).Faults;

    private static decimal ValueOf100(FitnessTable table) => table.Steps.First(step => step.Score == 100).Bound;

    private static decimal ValueAt(string code, double part)
    {
        var item = Shipped.Standard.Find(code)!;
        return decimal.Round(item.Lowest + ((item.Highest - item.Lowest) * (decimal)part), item.Decimals);
    }
}
