namespace EduAnalytics.Gateway.Calls;

/// <summary>Which failures say that a call found no silo to run it, and nothing about what was asked.</summary>
internal static class SilosOutOfReach
{
    /// <summary>For the message of an error; whatever was sent is safe to send again.</summary>
    public const string Sentence =
        "The part of the cluster that holds this cannot be reached at the moment; whether anything was written is unknown. Ask again: a submission sent again under its id counts once.";

    /// <summary>Also where it was another grain's call on the way to the answer.</summary>
    public static bool IsIn(Exception? failure) =>
        failure is SiloUnavailableException or OrleansMessageRejectionException or ClientNotAvailableException;
}
