using System.Collections.Frozen;
using System.Collections.Immutable;

namespace EduAnalytics.Domain.Schools.Register;

/// <summary>The register's reasons that mean something for dropout and retention; all others are words.</summary>
public sealed class RegisterReasons
{
    public static readonly RegisterReasons None = new([]);

    private readonly FrozenDictionary<string, ReasonMeaning> meanings;

    public RegisterReasons(IEnumerable<RegisterReason> reasons)
    {
        All = [.. reasons];
        meanings = All
            .SelectMany(reason => new[] { reason.Code, reason.Name, reason.NameEn }.Distinct(StringComparer.OrdinalIgnoreCase), (reason, word) => (word, reason.Means))
            .DistinctBy(pair => pair.word, StringComparer.OrdinalIgnoreCase)
            .ToFrozenDictionary(pair => pair.word, pair => pair.Means, StringComparer.OrdinalIgnoreCase);
        Fingerprint = string.Join('\n', All.Select(reason => $"{reason.Code}|{reason.Name}|{reason.NameEn}|{reason.Means}"));
    }

    public ImmutableArray<RegisterReason> All { get; }

    /// <summary>Ledgers kept under other reasons may mean something else.</summary>
    public string Fingerprint { get; }

    public ReasonMeaning MeaningOf(string? reason) =>
        reason is null ? ReasonMeaning.None : meanings.GetValueOrDefault(reason.Trim(), ReasonMeaning.None);
}
