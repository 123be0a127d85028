using EduAnalytics.Domain.Findings.Acknowledgements;
using EduAnalytics.Domain.Measures;
using EduAnalytics.Domain.Periods;
using EduAnalytics.Domain.Problems;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.RollUps;

/// <summary>What a district's or city's own journal comes to: the figures that the authority states, the problems it names, and what
/// was said of its findings.</summary>
public sealed class AuthorityLedger
{
    /// <summary>Events applied; equals the journal's sequence number of the newest.</summary>
    public long Sequence { get; private set; }

    public StatedFigures Stated { get; } = new();

    public NamedProblems Problems { get; } = new();

    public AcknowledgedFindings Acknowledged { get; } = new();

    /// <summary>The newest month that the authority's schools have been told is over; null where they have been told of none.</summary>
    public Period? NewestMonthEnded { get; private set; }

    public void Apply(JournalEvent journalEvent)
    {
        switch (journalEvent)
        {
            case FiguresReported reported:
                foreach (var figure in reported.Figures)
                    Stated.State(new StatedFigure(figure, reported.Source, reported.SubmissionId, reported.AcceptedAt));
                break;
            case ProblemsNamed named:
                Problems.HandIn(named);
                break;
            case MonthEnded ended:
                NewestMonthEnded = ended.Month;
                break;
            case FindingAcknowledged given:
                Acknowledged.Acknowledge(given);
                break;
            case AcknowledgementWithdrawn withdrawn:
                Acknowledged.Withdraw(withdrawn);
                break;
            default:
                throw new ArgumentException($"An authority's journal holds no {journalEvent.GetType().Name}.", nameof(journalEvent));
        }

        Sequence++;
    }

    /// <summary>Takes over a stored ledger's contents.</summary>
    public void Restore(
        long sequence, Period? newestMonthEnded, IEnumerable<StatedFigure> stated, IEnumerable<ProblemLedger> problems, IEnumerable<Acknowledgement> acknowledged)
    {
        (Sequence, NewestMonthEnded) = (sequence, newestMonthEnded);
        foreach (var figure in stated)
            Stated.State(figure);
        foreach (var ledger in problems)
            Problems.Restore(ledger);
        foreach (var word in acknowledged)
            Acknowledged.Restore(word);
    }
}
