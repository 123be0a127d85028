namespace EduAnalytics.Dashboard.Live;

/// <summary>Whether what the live page shows is live.</summary>
public enum LiveConnection
{
    Connecting,
    Live,
    Broken,
}
