using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Access;
using EduAnalytics.Gateway.Schema.Findings;
using EduAnalytics.Gateway.Schema.Problems;
using EduAnalytics.Gateway.Schema.Submissions;
using EduAnalytics.Gateway.Schema.Views;
using EduAnalytics.Gateway.Submissions;
using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;

namespace EduAnalytics.Gateway.Schema;

internal sealed class MutationType : OutputType<object>
{
    public MutationType(SubmissionCommands commands, FindingCommands findings, ViewCommands views)
    {
        Name = "Mutation";
        Submission<ReportFiguresInput, FiguresReport>("reportFigures", sent => sent.SubmissionId, (caller, sent) =>
            commands.ReportFigures(caller, sent.SubmissionId, sent.OrgUnit, sent.Source, [.. sent.Figures]));
        Submission<NameProblemsInput, ProblemsNaming>("nameProblems", sent => sent.SubmissionId, (caller, sent) =>
            commands.NameProblems(caller, sent.SubmissionId, sent.OrgUnit, sent.Period, sent.Source, [.. sent.Problems]))
            .Description(
                "The problems that an authority names in one document for one year: the ledger is handed in whole and replaces an "
                + "earlier one from the same document. Idempotent by submissionId.");
        Submission<RecordEnrolmentInput, EnrolmentRecord>("recordEnrolment", sent => sent.SubmissionId, (caller, sent) =>
            commands.RecordEnrolment(caller, sent.SubmissionId, sent.School, sent.Events));
        Submission<RecordFitnessInput, FitnessRecord>("recordFitness", sent => sent.SubmissionId, (caller, sent) =>
            commands.RecordFitness(caller, sent.SubmissionId, sent.School, sent.Results));
        Submission<AcknowledgeFindingInput, FindingWord>("acknowledgeFinding", sent => sent.SubmissionId, (caller, sent) =>
            findings.Acknowledge(caller, sent.SubmissionId, sent.Finding, sent.Note, [.. sent.Seen ?? []]))
            .Description(
                "Says that a finding is known, and why it may stand. Kept in the journal of the unit that it is about; open again where a "
                + "number of the finding changes. For a unit's reporter, and for monitors and administrators at or above it. Idempotent by submissionId.");
        Submission<WithdrawAcknowledgementInput, WordWithdrawal>("withdrawAcknowledgement", sent => sent.SubmissionId, (caller, sent) =>
            findings.Withdraw(caller, sent.SubmissionId, sent.Finding))
            .Description("Opens a finding again that was acknowledged. Idempotent by submissionId.");
        Submission<SaveViewInput, ViewSaving>("saveView", sent => sent.SubmissionId, (caller, sent) =>
            views.Save(caller, sent.SubmissionId, sent.Name, sent.Address, sent.Pinned))
            .Description("Keeps a page of the dashboard with all its choices under a name, for the reader alone. Idempotent by submissionId, which is the view's id.");
        Submission<RenameViewInput, ViewRenaming>("renameView", sent => sent.SubmissionId, (caller, sent) =>
            views.Rename(caller, sent.SubmissionId, sent.View, sent.Name))
            .Description("Gives one of the reader's views another name. Idempotent by submissionId.");
        Submission<PinViewInput, ViewPinning>("pinView", sent => sent.SubmissionId, (caller, sent) =>
            views.Pin(caller, sent.SubmissionId, sent.View, sent.Pinned))
            .Description("Puts one of the reader's views on the reader's home page, or takes it away. Idempotent by submissionId.");
        Submission<DeleteViewInput, ViewDeletion>("deleteView", sent => sent.SubmissionId, (caller, sent) =>
            views.Delete(caller, sent.SubmissionId, sent.View))
            .Description("Deletes one of the reader's views; its address still opens for whoever has it. Idempotent by submissionId.");
    }

    private FieldBuilder<object, object> Submission<TInput, TSent>(string name, Func<TSent, string> idOf, Func<Caller, TSent, Task<SubmissionOutcome>> submit)
        where TInput : InputType<TSent> =>
        Required<SubmissionPayloadType>(name)
            .Argument<NonNullGraphType<TInput>>("input")
            .ResolveAsync(async context =>
            {
                var sent = context.GetArgument<TSent>("input");
                var outcome = await submit(context.Caller(), sent).OrStoreFailure();

                // Beside the payload, whose errors are about its lines: what looks for refused rights looks here.
                foreach (var forbidden in outcome.Errors.Where(error => error.Code == SubmissionErrorCodes.Forbidden))
                    context.Report(forbidden.Code, forbidden.Message, idOf(sent));
                return new SubmissionAnswer(idOf(sent), outcome);
            });
}
