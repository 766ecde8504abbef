import { NotSaved } from '../domain/base/faults.ts';
import { BadInput } from '../domain/base/problems.ts';
import { InUse } from './lock.ts';
import { NewerFile } from './sqlite-schema.ts';

/**
 * Runs `use`, which works on the files of `folder`.
 *
 * @throws {BadInput} saying what is wrong with the folder, in place of any other error.
 */
export async function guarded<Answer>(folder: string, use: () => Promise<Answer>): Promise<Answer> {
  try {
    return await use();
  } catch (cause) {
    if (cause instanceof BadInput) throw cause;
    throw new BadInput([{ place: `数据目录 ${folder}`, ...refusalOf(cause) }], { cause });
  }
}

function refusalOf(fault: unknown): { readonly message: string; readonly remedy: string } {
  if (fault instanceof InUse) {
    return {
      message: '另一个如期正在使用它',
      remedy: '请先退出另一个如期，或用 --data 换一个目录',
    };
  }
  if (fault instanceof NewerFile) {
    return { message: '是更新版本的如期写的', remedy: '请升级如期，或用 --data 换一个目录' };
  }
  if (fault instanceof NotSaved || codeOf(fault) === 'ENOSPC') {
    const message = fault instanceof NotSaved ? fault.message : '磁盘已满，未保存';
    return { message, remedy: '请腾出空间或检查权限，再启动一次' };
  }
  return {
    message: '打不开，可能没有读写权限，或文件已损坏',
    remedy: '请检查权限，或用 --data 换一个目录',
  };
}

const codeOf = (fault: unknown): unknown =>
  fault instanceof Error && 'code' in fault ? fault.code : undefined;
