using System.Collections.Immutable;
using System.Threading.Channels;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Grains.Findings;

/// <summary>One reader who waits for findings, and which of those standing it need not be told.</summary>
internal sealed class FindingWatcher
{
    private HashSet<OrgUnitId> units;
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Those to be told again for a word on them, each as it is now.</summary>
    private readonly Dictionary<FindingId, Finding> words = [];

    private HashSet<FindingId> known;

    /// <param name="standing">What stood when the reader came, which it asks for if it wants it.</param>
    public FindingWatcher(Guid name, ImmutableArray<OrgUnitId> units, IEnumerable<Finding> standing)
    {
        Name = name;
        this.units = [.. units];
        known = [.. Wanted(standing).Select(finding => finding.Id)];
    }

    /// <summary>The reader's own name for it.</summary>
    public Guid Name { get; }

    /// <summary>What stands against a unit that is new to it counts as told; of the others it is as before.</summary>
    public void Turn(ImmutableArray<OrgUnitId> toUnits, IEnumerable<Finding> standing)
    {
        var before = units;
        units = [.. toUnits];
        known.UnionWith(Wanted(standing).Where(finding => !before.Contains(finding.OrgUnit)).Select(finding => finding.Id));
    }

    /// <summary>Says that figures changed; whether anything is found shows when the reader looks.</summary>
    public void Ring() => bell.Writer.TryWrite(true);

    /// <summary>Has a finding told again at the next look; of several words on it the last.</summary>
    public void TellWord(Finding finding)
    {
        if (!units.Contains(finding.OrgUnit))
            return;
        words[finding.Id] = finding with { IsToldForWord = true };
        Ring();
    }

    public async Task Rung(CancellationToken cancellationToken) => await bell.Reader.ReadAsync(cancellationToken);

    /// <summary>
    /// What stands now and did not when it last looked, and what is to be told again. What has gone is forgotten, and is news when
    /// it comes back.
    /// </summary>
    public ImmutableArray<Finding> TakeNew(IEnumerable<Finding> standing)
    {
        var now = Wanted(standing).ToList();
        var raised = now.Where(finding => !known.Contains(finding.Id)).ToImmutableArray();
        known = [.. now.Select(finding => finding.Id)];
        ImmutableArray<Finding> told = [.. raised, .. words.Values];
        words.Clear();
        return told;
    }

    private IEnumerable<Finding> Wanted(IEnumerable<Finding> standing) => standing.Where(finding => units.Contains(finding.OrgUnit));
}
