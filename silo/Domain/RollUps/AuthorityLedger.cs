using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.RollUps;

/// <summary>What a district's or city's own journal comes to: the figures that the authority itself states.</summary>
public sealed class AuthorityLedger
{
    /// <summary>Events applied; equals the journal's sequence number of the newest.</summary>
    public long Sequence { get; private set; }

    public StatedFigures Stated { get; } = new();

    public void Apply(JournalEvent journalEvent)
    {
        if (journalEvent is not FiguresReported reported)
            throw new ArgumentException($"An authority's journal holds no {journalEvent.GetType().Name}.", nameof(journalEvent));
        foreach (var figure in reported.Figures)
            Stated.State(new StatedFigure(figure, reported.Source, reported.SubmissionId, reported.AcceptedAt));
        Sequence++;
    }

    /// <summary>Takes over a stored ledger's contents.</summary>
    public void Restore(long sequence, IEnumerable<StatedFigure> stated)
    {
        Sequence = sequence;
        foreach (var figure in stated)
            Stated.State(figure);
    }
}
