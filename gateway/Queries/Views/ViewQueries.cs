using System.Collections.Immutable;
using EduAnalytics.Contracts.Views;
using EduAnalytics.Domain.Views;
using EduAnalytics.Gateway.Access;

namespace EduAnalytics.Gateway.Queries.Views;

/// <summary>A caller's own saved views, and nobody else's: who asks is what is asked for.</summary>
public sealed class ViewQueries(IGrainFactory grains)
{
    public Task<ImmutableArray<SavedView>> Of(Caller caller) =>
        grains.GetGrain<ISavedViewsGrain>(ISavedViewsGrain.KeyOf(caller.Subject)).All();
}
