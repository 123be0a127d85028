using System.Text.Json;

namespace EduAnalytics.Cluster.Tests;

/// <summary>
/// Enrols one student after the other at one school, and keeps count of what was acknowledged. What is not is sent again under
/// the same id, as the error asks for; any other error is remembered as wrong.
/// </summary>
internal sealed class Sender(GatewayClient gateway, string school)
{
    private readonly List<string> wrong = [];

    public string School => school;

    /// <summary>How many students must be on the school's rolls: each was acknowledged once.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>How many answers asked to come again.</summary>
    public int SentAgain { get; private set; }

    public IReadOnlyList<string> Wrong => wrong;

    /// <summary>Goes on until it is told to end, and ends with nothing in doubt.</summary>
    public async Task Send(CancellationToken ending)
    {
        for (var number = 0; !ending.IsCancellationRequested; number++)
        {
            while (!IsAcknowledged(await SmallCity.TryEnrol(gateway, school, $"{school}-{number}", $"{school}-s{number}")))
                SentAgain++;
            Acknowledged++;
        }
    }

    /// <summary>A payload's own errors are refusals, of which none is expected but by the store.</summary>
    private bool IsAcknowledged(JsonElement answer)
    {
        if (Retryable.Errors(answer) is { } whole)
        {
            wrong.AddRange(whole);
            return false;
        }
        var payload = answer.GetProperty("data").GetProperty("recordEnrolment");
        if (payload.GetProperty("accepted").GetInt32() == 1)
            return true;
        if (payload.GetProperty("errors").EnumerateArray().Any(error => error.GetProperty("code").GetString() != "STORE_UNAVAILABLE"))
            wrong.Add(payload.ToString());
        return false;
    }
}
