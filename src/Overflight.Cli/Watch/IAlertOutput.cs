using Overflight.Airspace.Watching;

namespace Overflight.Cli.Watch;

/// <summary>Where alerts go.</summary>
internal interface IAlertOutput : IDisposable
{
    /// <summary>Takes an alert; must not wait long, for the watch waits meanwhile.</summary>
    void Tell(WatchAlert alert);
}
