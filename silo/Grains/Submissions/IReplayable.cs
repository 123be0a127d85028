using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Grains.Submissions;

/// <summary>What a journal's events are applied to.</summary>
internal interface IReplayable
{
    /// <summary>Events applied; equals the journal's sequence of the newest.</summary>
    long Sequence { get; }

    /// <summary>The unit's version for readers; at least <see cref="Sequence"/>, since children count in.</summary>
    long Version { get; }

    void Apply(JournalEvent journalEvent);
}
