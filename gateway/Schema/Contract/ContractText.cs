namespace EduAnalytics.Gateway.Schema.Contract;

/// <summary>The public contract, embedded from <c>contract.graphql</c>.</summary>
internal static class ContractText
{
    public static string Read()
    {
        using var resource = typeof(ContractText).Assembly.GetManifestResourceStream("contract.graphql")!;
        using var text = new StreamReader(resource);
        return text.ReadToEnd();
    }
}
