using System.Reflection;
using EduAnalytics.Contracts.OrgUnits;
using Orleans.Serialization.Invocation;

namespace EduAnalytics.Gateway.Tests.Calls;

/// <summary>A grain call that fails as staged, one failure a try, and then answers.</summary>
internal sealed class StagedCall(params Exception[] failures) : IOutgoingGrainCallContext
{
    /// <summary>How often it was made.</summary>
    public int Tries { get; private set; }

    /// <summary>Whether a failure is thrown, as where no silo was reached; else it is in the response.</summary>
    public bool Throws { get; init; }

    public MethodInfo? Method { get; init; } = typeof(IOrgUnitTreeGrain).GetMethod(nameof(IOrgUnitTreeGrain.NewerThan));

    public Response? Response { get; set; }

    public object? Result { get => Response?.Result; set => Response = Response.FromResult(value); }

    public MethodInfo InterfaceMethod => Method!;

    public IInvokable Request => throw new NotSupportedException();

    public object Grain => throw new NotSupportedException();

    public GrainId? SourceId => null;

    public GrainId TargetId => default;

    public GrainInterfaceType InterfaceType => default;

    public string InterfaceName => "";

    public string MethodName => "";

    public IGrainContext? SourceContext => null;

    public Task Invoke()
    {
        var failure = failures.ElementAtOrDefault(Tries++);
        if (failure is not null && Throws)
            throw failure;
        Response = failure is null ? Response.FromResult("answer") : Response.FromException(failure);
        return Task.CompletedTask;
    }
}
