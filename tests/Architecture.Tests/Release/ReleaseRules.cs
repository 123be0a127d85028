using System.Collections;
using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Domain.Dependencies;
using ArchUnitNET.Fluent;
using EduAnalytics.Architecture.Tests.Layers;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.Indicators;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Sources;
using EduAnalytics.Domain.Standards;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Queries.Findings;
using EduAnalytics.Gateway.Queries.Live;
using EduAnalytics.Gateway.Queries.Problems;
using EduAnalytics.Gateway.Queries.Sources;
using EduAnalytics.Gateway.Release;
using GraphQL.Types;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace EduAnalytics.Architecture.Tests.Release;

/// <summary>Between an aggregate and anything that leaves stands one stage, and nothing can go round it.</summary>
internal static class ReleaseRules
{
    private static readonly string MakingReleased = $"Void {typeof(Released<>).FullName}";

    /// <summary>They tell figures as they are, whoever asks.</summary>
    private static readonly Type[] RawReads =
    [
        typeof(IndicatorQueries), typeof(WithheldQueries), typeof(IndicatorWatch), typeof(ComplianceQueries), typeof(FindingQueries), typeof(FindingWatch), typeof(ProblemQueries),
        typeof(SourceQueries), typeof(ActivityQueries),
    ];

    /// <summary>The catalogue's own numbers, such as thresholds, are public.</summary>
    private static readonly HashSet<Type> Public = [typeof(Indicator), typeof(Criterion), typeof(Standard), typeof(FindingRule), typeof(OrgUnit)];

    /// <summary>They hold no number, and still an authority's words with numbers in them.</summary>
    private static readonly HashSet<Type> Words = [typeof(SourceReference), typeof(Problem)];

    /// <summary>Types that make a Released themselves. Asked of the calls, since each T has a constructor of its own that a rule over members does not see.</summary>
    public static IEnumerable<string> Releasing(IObjectProvider<IType> types) =>
        from type in types.GetObjects(Product.Architecture)
        where type.Dependencies.OfType<MethodCallDependency>().Any(call => call.TargetMember.FullName.Contains(MakingReleased, StringComparison.Ordinal))
        select type.FullName;

    public static IArchRule ReadsNothingRaw(IObjectProvider<IType> types) =>
        Types().That().Are(types).Should().NotDependOnAny(RawReads)
            .Because("a figure is read through the release stage, which takes the caller");

    /// <summary>Graph types that take what has not passed the release stage.</summary>
    public static IEnumerable<string> RawSources(IEnumerable<Type> types) =>
        from type in types
        where !type.IsAbstract && SourceOf(type) is not null
        let raw = Raw(SourceOf(type)!, [])
        where raw is not null
        select $"{type.FullName} is resolved from {SourceOf(type)}, which holds a bare {raw.Name}.";

    private static Type? SourceOf(Type? type)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ObjectGraphType<>))
                return type.GetGenericArguments()[0];
        }

        return null;
    }

    /// <summary>The first type with a figure in it that can be come by from another outside of Released; null for none.</summary>
    private static Type? Raw(Type type, HashSet<Type> seen)
    {
        if (type == typeof(decimal) || Words.Contains(type))
            return type;
        if (Public.Contains(type) || !seen.Add(type) || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Released<>)))
            return null;
        if (type.IsArray || type.IsGenericType)
        {
            var inner = type.IsArray ? [type.GetElementType()!] : type.GetGenericArguments();
            if (inner.Select(part => Raw(part, seen)).FirstOrDefault(raw => raw is not null) is { } raw)
                return raw;
        }

        return typeof(IEnumerable).IsAssignableFrom(type) || type.Namespace?.StartsWith("EduAnalytics", StringComparison.Ordinal) != true
            ? null
            : type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => Raw(property.PropertyType, seen)).FirstOrDefault(raw => raw is not null);
    }
}
