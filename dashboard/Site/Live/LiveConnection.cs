namespace EduAnalytics.Dashboard.Live;

/// <summary>Whether what the live page shows is live.</summary>
public enum LiveConnection
{
    Connecting,
    Live,

    /// <summary>It is being made again.</summary>
    Broken,

    /// <summary>The reader's right has ended; it is not made again.</summary>
    Ended,
}
