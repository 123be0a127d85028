using System.Collections.Frozen;
using System.Collections.Immutable;
using EduAnalytics.Domain.Catalogues;
using EduAnalytics.Domain.Findings.Peers;

namespace EduAnalytics.Domain.Findings;

/// <summary>All rules, ready to be asked which of them a changed cell concerns.</summary>
public sealed class FindingRulebook
{
    public static readonly FindingRulebook Empty = new();

    private readonly FrozenDictionary<string, ImmutableArray<Check>> unitChecks;
    private readonly FrozenDictionary<string, ImmutableArray<Check>> peerChecks;

    public FindingRulebook(IEnumerable<FindingRule> rules, Catalogue catalogue)
    {
        Rules = [.. rules];
        var checks = Rules
            .SelectMany(rule => rule.Kind.Subjects(catalogue), (rule, subject) => new Check(rule, subject, catalogue))
            .ToLookup(check => check.Rule.Kind is FarFromPeers);
        unitChecks = ByCodeRead(checks[false]);
        peerChecks = ByCodeRead(checks[true]);
        OfNewestYear = [.. checks[false].Where(check => check.Rule.Kind.OnlyNewestYear)];
    }

    private FindingRulebook()
    {
        Rules = [];
        OfNewestYear = [];
        unitChecks = peerChecks = FrozenDictionary<string, ImmutableArray<Check>>.Empty;
    }

    public ImmutableArray<FindingRule> Rules { get; }

    /// <exception cref="ArgumentException">There is no such rule.</exception>
    public FindingRule Require(string code) =>
        Rules.FirstOrDefault(rule => rule.Code == code) ?? throw new ArgumentException($"No finding rule '{code}'.", nameof(code));

    /// <summary>What must be looked at anew when a unit gets its first cell of a year.</summary>
    internal ImmutableArray<Check> OfNewestYear { get; }

    internal ImmutableArray<Check> AtUnitReading(string code) => unitChecks.GetValueOrDefault(code, []);

    internal ImmutableArray<Check> AmongPeersReading(string code) => peerChecks.GetValueOrDefault(code, []);

    private static FrozenDictionary<string, ImmutableArray<Check>> ByCodeRead(IEnumerable<Check> checks) => checks
        .SelectMany(check => check.Reads, (check, code) => (code, check))
        .GroupBy(pair => pair.code, pair => pair.check, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);
}
