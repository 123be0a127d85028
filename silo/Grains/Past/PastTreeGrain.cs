using EduAnalytics.Contracts.Changes;
using EduAnalytics.Contracts.Past;
using EduAnalytics.Domain.OrgUnits;

namespace EduAnalytics.Grains.Past;

/// <summary>The tree of org units at one instant.</summary>
[CollectionAgeLimit(Minutes = 5)]
internal sealed class PastTreeGrain(PastReader reader, ChangeBoard changes, TimeProvider time) : Grain, IPastTreeGrain
{
    private HeldPast<OrgUnitTree> held = null!;

    public override Task OnActivateAsync(CancellationToken cancellationToken)
    {
        var instant = PastKey.ParseInstant(this.GetPrimaryKeyString());
        held = new HeldPast<OrgUnitTree>(instant, () => reader.Tree(instant), () => changes.Changed(PastGrains.ChangePlace), time);
        return Task.CompletedTask;
    }

    public Task<OrgUnitTree> Tree() => held.Get();
}
