using System.CommandLine;
using Overflight.Designations;
using Overflight.Record;

namespace Overflight.Cli.Running;

/// <summary>Runs a command line and turns whatever happens into a message and an exit code.</summary>
internal static class CommandRun
{
    public static int Invoke(RootCommand root, string[] args)
    {
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                Console.Error.WriteLine($"overflight: {error.Message}");
            Console.Error.WriteLine("overflight: see overflight --help");
            return ExitCode.Usage;
        }
        try
        {
            return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
        }
        catch (UserError error)
        {
            Console.Error.WriteLine($"overflight: {error.Message}");
            return error.ExitCode;
        }
        catch (RecordException error)
        {
            Console.Error.WriteLine($"overflight: {error.Message}");
            return ExitCode.AnswerIsNo;
        }
        catch (DesignationException error)
        {
            Console.Error.WriteLine($"overflight: {PrintableText.Of(error.Message)}");
            return error.Fault switch { DesignationFault.Unreadable => ExitCode.InputUnreadable, DesignationFault.Usage => ExitCode.Usage, _ => ExitCode.AnswerIsNo };
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine("overflight: stopped before the end");
            return ExitCode.InputUnreadable;
        }
        catch (IOException error) when (IsClosedPipe(error))
        {
            // The reader of our output (head, less) has seen enough.
            return ExitCode.Done;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            Console.Error.WriteLine($"overflight: {error.Message}");
            return ExitCode.InputUnreadable;
        }
#pragma warning disable CA1031 // The last resort: a defect of ours is told as one, not as a stack of frames.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine($"overflight: internal error: {error.GetType().Name}: {error.Message}");
            Console.Error.WriteLine("overflight: this is a defect of the program; OVERFLIGHT_TRACE=1 prints where it happened");
            if (Environment.GetEnvironmentVariable("OVERFLIGHT_TRACE") == "1")
                Console.Error.WriteLine(error.StackTrace);
            return ExitCode.InternalError;
        }
    }

    private static bool IsClosedPipe(IOException error) => error.HResult == 32 || error.Message.Contains("Broken pipe", StringComparison.Ordinal);
}
