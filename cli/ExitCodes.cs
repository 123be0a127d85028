namespace EduAnalytics.Cli;

/// <summary>What the program's exit code tells a script.</summary>
internal static class ExitCodes
{
    public const int Ok = 0;

    /// <summary>The program could not do what it was asked, and said why in one sentence.</summary>
    public const int Failed = 1;

    /// <summary>It was asked for something impossible: a wrong option, a port in use, a directory that cannot be written.</summary>
    public const int Refused = 2;
}
