using System.Collections.Immutable;
using EduAnalytics.Domain.Submissions;

namespace EduAnalytics.Domain.Fitness;

/// <summary>
/// A submission's results with their raw items scored. It is done once, before the results are journaled with their scores,
/// so that what the journal says never depends on the tables of a later day.
/// </summary>
public sealed class FitnessMarking
{
    private readonly Dictionary<int, ImmutableArray<FitnessFault>> faults = [];

    /// <param name="standard">Null where the catalogue holds no scoring tables: then only totals can be taken.</param>
    public FitnessMarking(ImmutableArray<FitnessResult> results, FitnessStandard? standard) =>
        Results = [.. results.Select((result, index) => Mark(result, index, standard))];

    /// <summary>As given, with the score where items could be scored.</summary>
    public ImmutableArray<FitnessResult> Results { get; }

    /// <summary>Why a line's items could not be scored; empty where they were, or where there are none.</summary>
    public ImmutableArray<FitnessFault> FaultsOf(int index) => faults.GetValueOrDefault(index, []);

    private FitnessResult Mark(FitnessResult result, int index, FitnessStandard? standard)
    {
        if (result.Items is not { } items || result.Grade is < FitnessStandard.FirstGrade or > FitnessStandard.LastGrade)
            return result;
        if (result.Score is not null)
        {
            Refuse(index, SubmissionErrorCodes.BadValue, "Give either the total score or the raw items, not both.");
            return result;
        }

        if (result.Exempt)
            return result;
        if (standard is null)
        {
            Refuse(index, SubmissionErrorCodes.ItemsNotScored, "The catalogue holds no scoring tables; send the total score.");
            return result;
        }

        switch (FitnessScoring.Score(standard, result.Grade, result.Sex, items))
        {
            case FitnessScore.Total total:
                return result with { Score = total.Value };
            case FitnessScore.Refused refused:
                faults[index] = refused.Faults;
                return result;
            default:
                throw new InvalidOperationException("A test is scored or refused.");
        }
    }

    private void Refuse(int index, string code, string message) => faults[index] = [new FitnessFault(code, message, "items")];
}
