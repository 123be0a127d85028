using System.Collections.Immutable;
using EduAnalytics.Contracts.Districts;
using EduAnalytics.Domain.Findings;
using EduAnalytics.Domain.OrgUnits;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Queries;
using EduAnalytics.Gateway.Queries.Findings;

namespace EduAnalytics.Gateway.Submissions;

/// <summary>Brings a person's word on a finding to the grain of the unit that the finding is about.</summary>
public sealed class FindingCommands(IGrainFactory grains, OrgUnitQueries orgUnits, StandingFindings standing, FindingKeepers keepers)
{
    /// <param name="finding">As <see cref="FindingName"/> writes it.</param>
    /// <param name="seen">The numbers as the person read them; empty where that is not said, or where they were not shown.</param>
    public async Task<SubmissionOutcome> Acknowledge(Caller caller, string submissionId, string finding, string note, ImmutableArray<decimal> seen)
    {
        var (id, unit, refusal) = await Find(caller, finding);
        if (unit is null)
            return refusal!;

        // One that stands no more is sent on all the same: the unit knows whether this is a repetition of what it accepted.
        var found = await standing.Find(unit, id);
        var submission = new AcknowledgementSubmission(submissionId, unit.Id, id, note, caller.Name, seen.IsEmpty ? null : seen, found);
        return await Told(unit, id, await grains.OwnGrain(unit).Acknowledge(submission));
    }

    /// <param name="finding">As <see cref="FindingName"/> writes it.</param>
    public async Task<SubmissionOutcome> Withdraw(Caller caller, string submissionId, string finding)
    {
        var (id, unit, refusal) = await Find(caller, finding);
        return unit is null
            ? refusal!
            : await Told(unit, id, await grains.OwnGrain(unit).Withdraw(new WithdrawalSubmission(submissionId, unit.Id, id, caller.Name)));
    }

    private async Task<(FindingId Id, OrgUnit? Unit, SubmissionOutcome? Refusal)> Find(Caller caller, string name)
    {
        if (FindingName.Read(name) is not { } id || await orgUnits.Find(id.OrgUnit.Code) is not { } unit)
            return (default, null, Refused(new SubmissionError(SubmissionErrorCodes.UnknownFinding, $"'{name}' is no finding's id; take Finding.id as it was given.", null, "finding")));
        return new Rights(caller, await orgUnits.Tree()).AcknowledgesFor(unit.Id)
            ? (id, unit, null)
            : (id, null, Refused(Forbidden.ToAcknowledge(caller, unit.Id.Code)));
    }

    /// <summary>
    /// A district lists its schools' findings by what it knows of their rows, which come some milliseconds later. And who watches
    /// the unit is told, by the grain that found it: also where the word is a repetition, whose first sending may have ended here.
    /// </summary>
    private async Task<SubmissionOutcome> Told(OrgUnit unit, FindingId finding, SubmissionOutcome outcome)
    {
        if (outcome.Refused)
            return outcome;
        if (unit is { Level: OrgUnitLevel.School, Parent: { } district })
            await grains.GetGrain<IDistrictGrain>(district.Code).AskAnew(unit.Id);
        var word = (await grains.OwnGrain(unit).Acknowledged()).FirstOrDefault(word => word.Finding == finding);
        foreach (var keeper in await keepers.Of(unit))
            await keeper.TellWord(finding, word);
        return outcome;
    }

    private static SubmissionOutcome Refused(SubmissionError error) => SubmissionOutcome.OfRefused([error]);
}
