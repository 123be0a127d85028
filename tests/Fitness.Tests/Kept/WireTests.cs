using System.Collections.Immutable;
using EduAnalytics.Contracts.Schools;
using EduAnalytics.Domain.Fitness;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Schools;
using EduAnalytics.Domain.Submissions;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace EduAnalytics.Fitness.Tests.Kept;

/// <summary>What travels from the gateway to the silo.</summary>
public class WireTests
{
    [Fact]
    public void Scores_items_and_exemptions_arrive_as_they_were_sent()
    {
        var scored = new FitnessResult("a", new DateOnly(2024, 10, 9), 9, Sex.Male, 0);
        var measured = scored with { Student = "b", Score = null, Items = Shipped.Items(("bmi", 19.8m), ("sit_and_reach", -2.5m)) };
        var exempt = scored with { Student = "c", Score = null, Items = Shipped.Items(("exempt", 1)) };
        var sent = new FitnessSubmission("s", OrgUnitId.Parse("230404-no12-middle"), [scored, measured, exempt]);

        using var services = new ServiceCollection()
            .AddSerializer(serializer => serializer.AddAssembly(typeof(ISchoolGrain).Assembly)).BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer<FitnessSubmission>>();
        var arrived = serializer.Deserialize(serializer.SerializeToArray(sent))!;

        Assert.Equal(sent.Results.Select(result => result with { Items = null }), arrived.Results.Select(result => result with { Items = null }));
        Assert.Equal([null, measured.Items, exempt.Items], arrived.Results.Select(result => result.Items), SameItems);
        Assert.Equal([false, false, true], arrived.Results.Select(result => result.Exempt));
    }

    private static bool SameItems(ImmutableArray<FitnessItemValue>? one, ImmutableArray<FitnessItemValue>? other) =>
        one is { } left && other is { } right ? left.SequenceEqual(right) : one is null && other is null;
}
