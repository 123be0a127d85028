using System.Collections.Immutable;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Contracts.Replicas;

/// <summary>What a replica has been asked for and does not hold. Each part names the unit asked or a child of it.</summary>
/// <param name="Values">As the units stand: a query's instant is not looked at.</param>
[GenerateSerializer, Immutable]
public sealed record ReplicaQuestion(ImmutableArray<ValueQuery> Values, ImmutableArray<PeriodsQuery> Periods)
{
    public int Count => Values.Length + Periods.Length;
}

/// <summary>For which periods a unit holds anything that an indicator reads.</summary>
/// <param name="Stage">Null for any stage and all together.</param>
[GenerateSerializer, Immutable]
public readonly record struct PeriodsQuery(OrgUnitId Unit, string Indicator, SchoolStage? Stage);
