using EduAnalytics.Contracts.Views;
using EduAnalytics.Domain.Submissions;
using EduAnalytics.Gateway.Access;

namespace EduAnalytics.Gateway.Submissions;

/// <summary>
/// Brings changes of saved views to the grain of whoever makes them. No role is needed: a view holds no figure, and whoever
/// opens it sees what its own rights allow.
/// </summary>
public sealed class ViewCommands(IGrainFactory grains)
{
    public Task<SubmissionOutcome> Save(Caller caller, string submissionId, string name, string address, bool pinned) =>
        ViewsOf(caller).Save(submissionId, name, address, pinned);

    public Task<SubmissionOutcome> Rename(Caller caller, string submissionId, string view, string name) =>
        ViewsOf(caller).Rename(submissionId, view, name);

    public Task<SubmissionOutcome> Pin(Caller caller, string submissionId, string view, bool pinned) =>
        ViewsOf(caller).Pin(submissionId, view, pinned);

    public Task<SubmissionOutcome> Delete(Caller caller, string submissionId, string view) => ViewsOf(caller).Delete(submissionId, view);

    private ISavedViewsGrain ViewsOf(Caller caller) => grains.GetGrain<ISavedViewsGrain>(ISavedViewsGrain.KeyOf(caller.Subject));
}
