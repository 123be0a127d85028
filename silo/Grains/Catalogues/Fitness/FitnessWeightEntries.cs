using System.Collections.Immutable;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.Schools;

namespace EduAnalytics.Grains.Catalogues.Fitness;

/// <summary>Reads <c>fitness/weights.yaml</c>.</summary>
internal sealed class FitnessWeightEntries(Entries<FitnessItem> items, string file, CatalogueErrors errors)
{
    private const int WholePercent = 100;

    public ImmutableArray<FitnessWeights> Read(ImmutableArray<YamlEntry> entries)
    {
        var weights = entries.Select(ReadOne).ToImmutableArray();
        for (var grade = FitnessStandard.FirstGrade; grade <= FitnessStandard.LastGrade; grade++)
        {
            foreach (var sex in Enum.GetValues<Sex>())
            {
                var count = weights.Count(one => one.HoldFor(grade, sex));
                if (count != 1)
                    errors.Add(file, 1, null, $"grade {grade} has {count} sets of weights for {Words<Sex>.List([sex])}", "one set a grade and sex");
            }
        }

        return weights;
    }

    private FitnessWeights ReadOne(YamlEntry entry)
    {
        var grades = entry.Grades();
        var sex = entry.Has("sex") ? entry.Word<Sex>("sex") : (Sex?)null;
        var shares = ImmutableArray.CreateBuilder<FitnessWeight>();
        if (entry.Entry("items", "items with their weights in percent") is { } given)
        {
            foreach (var item in items.Values.Where(item => given.Has(item.Code)))
                shares.Add(new FitnessWeight(item.Code, given.Whole(item.Code, 1, WholePercent)));
            given.RefuseOtherKeys();
            if (shares.Sum(share => share.Percent) is var sum && sum != WholePercent)
                entry.Refuse("items", $"the weights sum to {sum}", $"{WholePercent}");
        }

        entry.RefuseOtherKeys();
        return new FitnessWeights(grades, sex, shares.ToImmutable());
    }
}
