using Orleans.Metadata;
using Orleans.Placement;

namespace EduAnalytics.Grains.Hosting;

/// <summary>
/// Says of every grain that it is not moved to another silo: it ends, and wakes there when it is asked. The runtime would move the
/// grains of a silo that goes, some at a time, with the questions that wait for them, and end none before it is awake elsewhere. But a
/// grain that wakes asks others, and where one of them has not been moved yet, each waits for the other.
/// </summary>
internal sealed class WakingElsewhere(IServiceProvider services) : IGrainPropertiesProvider
{
    private static readonly ImmovableAttribute immovable = new(ImmovableKind.Any);

    public void Populate(Type grainClass, GrainType grainType, Dictionary<string, string> properties) =>
        immovable.Populate(services, grainClass, grainType, properties);
}
