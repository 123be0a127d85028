namespace EduAnalytics.Gateway.Transport.Limits;

/// <summary>A bound that stopped something.</summary>
/// <param name="Option">The option that sets it, as it is named below <c>Gateway</c>.</param>
/// <param name="Limit">The most that is allowed.</param>
/// <param name="Value">What was found; where counting stops at the bound, the first that is too much.</param>
internal readonly record struct LimitReached(string Option, long Limit, long Value)
{
    /// <summary>The key in the configuration: <c>Gateway:MaxDepth</c>.</summary>
    public string Setting => $"{GatewayOptions.Section}:{Option}";

    public Dictionary<string, object?> AsExtensions() => new() { ["limit"] = Limit, ["value"] = Value, ["setting"] = Setting };
}
